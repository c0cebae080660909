from . import webrtc_controller
