"""Every sentence that a person reads. What to say is decided here, how to say it stands in `locales/`."""
