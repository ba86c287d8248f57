<?php
$file = getenv('PEER_DIR') . '/users.json';
$people = [];
if (is_file($file)) {
  foreach (json_decode(file_get_contents($file), true) as $name => $person) {
    $people["$name:{$person['password']}"] = $person['attributes'] + ['uid' => [$name]];
  }
} else {
  for ($i = 1; $i <= 20; $i++) {
    $name = sprintf('user%03d', $i);
    $people["$name:pw-$name"] = [
      'uid' => [$name], 'mail' => ["$name@acme.test"], 'displayName' => ["Test User $i"], 'telephoneNumber' => ['+49 30 ' . (1000 + $i)],
      'groups' => array_merge(['all'], $i <= 10 ? ['phones'] : [], $i <= 2 ? ['admins'] : []),
    ];
  }
}
$config = [
  'admin' => ['core:AdminPassword'],
  'people' => array_merge(['exampleauth:UserPass'], $people),
];
