# Prints a token for a user: TOKEN_SECRET=… python3 sign.py alice "Alice Martin"
import base64, hashlib, hmac, json, os, sys, time

user, name = sys.argv[1:3]
encode = lambda data: base64.urlsafe_b64encode(data).rstrip(b"=")

now = int(time.time())
claims = {"sub": user, "name": name, "aud": "call-elements", "iat": now, "exp": now + 3600}
content = b".".join(encode(json.dumps(part).encode()) for part in ({"alg": "HS256", "typ": "JWT"}, claims))
signature = hmac.new(os.environ["TOKEN_SECRET"].encode(), content, hashlib.sha256).digest()
print((content + b"." + encode(signature)).decode())
