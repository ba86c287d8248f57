<?php
$folder = getenv('PEER_DIR') . '/';
$config = [
  'baseurlpath' => getenv('PEER_URL') . '/',
  'certdir' => $folder . 'cert/', 'loggingdir' => $folder . 'log.d/', 'datadir' => $folder . 'data/', 'tempdir' => $folder . 'tmp/',
  'metadatadir' => $folder . 'metadata/', 'attributenamemapdir' => '/etc/simplesamlphp/attributemap/',
  // Every XML file in sp/ is a service provider.
  'metadata.sources' => array_merge(
    [['type' => 'flatfile']],
    array_map(fn($file) => ['type' => 'xml', 'file' => $file], glob($folder . 'sp/*.xml') ?: [])),
  'enable.saml20-idp' => true,
  'module.enable' => ['exampleauth' => true, 'core' => true, 'saml' => true],
  'timezone' => 'UTC', 'secretsalt' => 'only-for-tests', 'auth.adminpassword' => bin2hex(random_bytes(8)),
  'technicalcontact_name' => 'Test', 'technicalcontact_email' => 'test@acme.test', 'admin.checkforupdates' => false,
  'admin.protectindexpage' => false, 'admin.protectmetadata' => false, 'trusted.url.domains' => null,
  'debug' => ['saml' => true, 'backtraces' => true, 'validatexml' => false], 'showerrors' => true, 'errorreporting' => false,
  'logging.level' => 6, 'logging.handler' => 'errorlog',
  // Plain http: no Secure, no SameSite.
  'session.cookie.secure' => false, 'session.cookie.samesite' => null,
  'language.cookie.secure' => false, 'language.cookie.samesite' => null,
  'session.cookie.name' => 'SSP', 'session.phpsession.cookiename' => 'SSPPHP',
  'language.available' => ['en'], 'language.default' => 'en', 'language.rtl' => [],
  'theme.use' => 'default', 'production' => true, 'usenewui' => false,
  'store.type' => 'sql', 'store.sql.dsn' => 'sqlite:' . $folder . 'data/store.sq3', 'store.sql.prefix' => 'ssp',
  'authproc.idp' => [99 => 'core:LanguageAdaptor'], 'assertion.allowed_clock_skew' => 60,
];
