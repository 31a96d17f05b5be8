"""The commands: each parses its options, calls, prints and exits; nowhere else is a clock read or a line printed."""
