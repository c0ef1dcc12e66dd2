"""What is kept and how: sessions, triggers, versions, the audit trail, backups,
migrations.
"""

FLOOR = 4
