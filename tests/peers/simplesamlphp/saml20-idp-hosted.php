<?php
$binding = 'urn:oasis:names:tc:SAML:2.0:bindings:';
$email = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress';
$format = 'urn:oasis:names:tc:SAML:2.0:nameid-format:';
$sign = getenv('SAML_SIGN') ?: 'both';
$first = ['email' => $email, 'transient' => $format . 'transient'][getenv('SAML_NAMEID')] ?? $format . 'persistent';
$metadata[getenv('PEER_URL') . '/idp'] = [
  'host' => '__DEFAULT__', 'auth' => 'people', 'privatekey' => 'idp.key', 'certificate' => 'idp.crt',
  'signature.algorithm' => 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  'saml20.sign.response' => $sign !== 'assertion', 'saml20.sign.assertion' => $sign !== 'response',
  'assertion.encryption' => getenv('SAML_ENCRYPT') === '1',
  'sharedkey_algorithm' => getenv('SAML_CIPHER') ?: 'http://www.w3.org/2009/xmlenc11#aes256-gcm',
  'sign.logout' => true, 'validate.logout' => true, 'redirect.sign' => true, 'validate.authnrequest' => true,
  'SingleSignOnServiceBinding' => [$binding . 'HTTP-Redirect', $binding . 'HTTP-POST'],
  'SingleLogoutServiceBinding' => [$binding . 'HTTP-Redirect', $binding . 'HTTP-POST'],
  'NameIDFormat' => array_values(array_unique([$first, $format . 'persistent', $email, $format . 'transient'])),
  'authproc' => [
    3 => ['class' => 'saml:AttributeNameID', 'attribute' => 'mail', 'Format' => $email],
    4 => ['class' => 'saml:PersistentNameID', 'attribute' => 'uid'],
    5 => ['class' => 'saml:TransientNameID'],
  ],
  'attributes.NameFormat' => 'urn:oasis:names:tc:SAML:2.0:attrname-format:basic',
];
