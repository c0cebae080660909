<?php
// Prints a token for a user: TOKEN_SECRET=… php sign.php alice "Alice Martin"
[, $id, $name] = $argv;
$encode = fn(string $data): string => rtrim(strtr(base64_encode($data), '+/', '-_'), '=');

$claims = ['sub' => $id, 'name' => $name, 'aud' => 'call-elements', 'iat' => time(), 'exp' => time() + 3600];
$content = $encode(json_encode(['alg' => 'HS256', 'typ' => 'JWT'])) . '.' . $encode(json_encode($claims));
$signature = hash_hmac('sha256', $content, getenv('TOKEN_SECRET'), true);
echo $content . '.' . $encode($signature) . "\n";
