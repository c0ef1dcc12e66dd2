"""Accounts: who may sign in, with which roles; passwords; and how often one may try."""

FLOOR = 6
