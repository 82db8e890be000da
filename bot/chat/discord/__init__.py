"""Discord: commands, announcements and drawing, on discord.py. Nothing outside this package imports that."""
