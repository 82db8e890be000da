"""Answers to questions and orders from chat: one table of commands for every chat."""
