"""Redis: the only room that knows it. `open_store` in `bot/store/store.py` is the way in, `keys.py` the map."""
