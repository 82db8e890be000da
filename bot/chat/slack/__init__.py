"""Slack, over Socket Mode, with slack-bolt."""
