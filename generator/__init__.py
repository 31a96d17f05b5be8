"""Prongsai: a public transparency portal from one YAML file per report."""
