"""A wire between two TUN devices, with delay and loss: sch_netem for kernels that have none.

slow-link.py <device> <device>; each line of JSON on stdin sets {"delay": ms each way, "loss": 0..1} and is answered by "ok".
Losses follow a fixed seed, so that each run loses the same packets of the same sequence.
"""
import collections
import fcntl
import json
import os
import random
import select
import struct
import sys
import time

TUNSETIFF = 0x400454CA
IFF_TUN = 0x0001
IFF_NO_PI = 0x1000
LONGEST = 65535


def open_device(name):
    device = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(device, TUNSETIFF, struct.pack("16sH22x", name.encode(), IFF_TUN | IFF_NO_PI))
    return device


def say(word):
    sys.stdout.write(word + "\n")
    sys.stdout.flush()


def main():
    ends = [open_device(name) for name in sys.argv[1:3]]
    other = {ends[0]: ends[1], ends[1]: ends[0]}
    # One delay for all: the first in is the first out.
    travelling = collections.deque()
    delay, loss = 0.0, 0.0
    chance = random.Random(1)
    say("ok")
    while True:
        patience = max(0, travelling[0][0] - time.monotonic()) if travelling else None
        readable, _, _ = select.select([*ends, sys.stdin], [], [], patience)
        if sys.stdin in readable:
            line = sys.stdin.readline()
            if not line:
                return
            quality = json.loads(line)
            delay, loss = quality["delay"] / 1000, quality["loss"]
            travelling.clear()
            chance.seed(1)
            say("ok")
        for end in ends:
            if end in readable:
                try:
                    packet = os.read(end, LONGEST)
                except OSError:
                    # The machine at that end is no more.
                    return
                if chance.random() >= loss:
                    travelling.append((time.monotonic() + delay, other[end], packet))
        while travelling and travelling[0][0] <= time.monotonic():
            _, end, packet = travelling.popleft()
            try:
                os.write(end, packet)
            except OSError:
                # A device that is down takes nothing: lost, as on any wire that is pulled.
                pass


main()
