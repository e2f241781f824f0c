<?php
// Sets up the site: its tables, its first user, its addresses.
define('WP_INSTALLING', true);
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('AlphaNode', 'editor', 'editor@example.test', true, '', 'not a secret');
update_option('permalink_structure', '/%postname%/');
switch_theme('twentytwentyone');
wp_delete_post(1, true);
echo $GLOBALS['wp_version'];
