import threading
import time

# As long as this part of its time is left, what was fetched is handed out again.
FRESH_PART = 0.8


class Keep:
    """What was fetched, kept in the memory of this process until 80 % of its time are over."""

    def __init__(self):
        self._kept = {}
        self._lock = threading.Lock()

    def take(self, key):
        """:return: what was put there, or None where it is not fresh any more"""
        with self._lock:
            value, fresh_until, _valid_until = self._kept.get(key, (None, 0, 0))
        return value if time.monotonic() < fresh_until else None

    def put(self, key, value, ttl_s):
        now = time.monotonic()
        with self._lock:
            self._kept = {kept: entry for kept, entry in self._kept.items() if entry[2] > now}
            self._kept[key] = (value, now + ttl_s * FRESH_PART, now + ttl_s)

    def seconds_left(self, key):
        with self._lock:
            return max(0, int(self._kept.get(key, (None, 0, 0))[2] - time.monotonic()))

    def clear(self):
        with self._lock:
            self._kept.clear()
