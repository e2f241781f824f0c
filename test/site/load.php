<?php
// Loads an export by WordPress' own functions in the order in which its importer calls them: the importer itself is a
// plugin, which no package of Debian has.
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/taxonomy.php';
wp_set_current_user(1);
$count = 0;
foreach (simplexml_load_file($argv[2])->channel->item as $item) {
    $wp = $item->children('http://wordpress.org/export/1.2/');
    $id = wp_insert_post(wp_slash([
        'import_id' => (int) $wp->post_id,
        'post_author' => 1,
        'post_date' => (string) $wp->post_date,
        'post_date_gmt' => (string) $wp->post_date_gmt,
        'post_content' => (string) $item->children('http://purl.org/rss/1.0/modules/content/')->encoded,
        'post_title' => (string) $item->title,
        'post_status' => (string) $wp->status,
        'post_name' => (string) $wp->post_name,
        'comment_status' => (string) $wp->comment_status,
        'guid' => (string) $item->guid,
        'post_type' => (string) $wp->post_type,
    ]), true);
    if (is_wp_error($id)) die($id->get_error_message());
    $terms = [];
    foreach ($item->category as $category) {
        $taxonomy = (string) $category['domain'];
        $slug = (string) $category['nicename'];
        $term = term_exists($slug, $taxonomy) ?: wp_insert_term((string) $category, $taxonomy, ['slug' => $slug]);
        $terms[$taxonomy][] = (int) $term['term_id'];
    }
    foreach ($terms as $taxonomy => $ids) wp_set_post_terms($id, $ids, $taxonomy);
    foreach ($wp->postmeta as $meta) {
        add_post_meta($id, (string) $meta->meta_key, wp_slash(maybe_unserialize((string) $meta->meta_value)));
    }
    $count++;
}
echo $count;
