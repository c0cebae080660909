from . import library_controller
from . import webrtc_controller
