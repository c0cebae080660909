import threading
import time

MOST_BUCKETS = 10_000


class RateLimit:
    """A token bucket per key, in the memory of this process: each worker of Odoo counts for itself.

    :param float rate: tokens that come back each second
    :param int burst: tokens that a rested bucket holds
    """

    def __init__(self, rate, burst):
        self._rate = rate
        self._burst = burst
        self._buckets = {}
        self._lock = threading.Lock()

    def take(self, key):
        """:return: whether there was a token left for `key`"""
        now = time.monotonic()
        with self._lock:
            if len(self._buckets) > MOST_BUCKETS:
                self._forget_rested(now)
            tokens, then = self._buckets.get(key, (self._burst, now))
            tokens = min(self._burst, tokens + (now - then) * self._rate)
            self._buckets[key] = (max(0, tokens - 1), now)
            return tokens >= 1

    def clear(self):
        with self._lock:
            self._buckets.clear()

    def _forget_rested(self, now):
        rested = self._burst / self._rate
        self._buckets = {key: bucket for key, bucket in self._buckets.items() if now - bucket[1] < rested}


STARTS = RateLimit(rate=1 / 3, burst=20)
REQUESTS = RateLimit(rate=20, burst=200)
