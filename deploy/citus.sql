-- Spreads an empty database over the nodes of Citus: run it once, on the coordinator, after `lundi migrate`.
-- Made from the tables by `make format`; don't change it here. See docs/scaling.md.

-- Who people are is looked up before the account is known, so every node has it.
SELECT create_reference_table('accounts');
SELECT create_reference_table('installation');
SELECT create_reference_table('tokens');
SELECT create_reference_table('users');
SELECT create_reference_table('invitations');
SELECT create_reference_table('resets');
SELECT create_reference_table('sessions');

-- All else of an account is on one node.
SELECT create_distributed_table('events', 'account_id');
SELECT create_distributed_table('api_clients', 'account_id');
SELECT create_distributed_table('api_usage', 'account_id');
SELECT create_distributed_table('boards', 'account_id');
SELECT create_distributed_table('logos', 'account_id');
SELECT create_distributed_table('loose_blobs', 'account_id');
SELECT create_distributed_table('mails', 'account_id');
SELECT create_distributed_table('page_snapshots', 'account_id');
SELECT create_distributed_table('tags', 'account_id');
SELECT create_distributed_table('teams', 'account_id');
SELECT create_distributed_table('workspaces', 'account_id');
SELECT create_distributed_table('board_choices', 'account_id');
SELECT create_distributed_table('board_subscribers', 'account_id');
SELECT create_distributed_table('board_team_subscribers', 'account_id');
SELECT create_distributed_table('board_views', 'account_id');
SELECT create_distributed_table('columns', 'account_id');
SELECT create_distributed_table('favorites', 'account_id');
SELECT create_distributed_table('folders', 'account_id');
SELECT create_distributed_table('groups', 'account_id');
SELECT create_distributed_table('notifications', 'account_id');
SELECT create_distributed_table('tag_links', 'account_id');
SELECT create_distributed_table('team_members', 'account_id');
SELECT create_distributed_table('webhooks', 'account_id');
SELECT create_distributed_table('workspace_subscribers', 'account_id');
SELECT create_distributed_table('workspace_team_subscribers', 'account_id');
SELECT create_distributed_table('pulses', 'account_id');
SELECT create_distributed_table('webhook_deliveries', 'account_id');
SELECT create_distributed_table('docs', 'account_id');
SELECT create_distributed_table('notes', 'account_id');
SELECT create_distributed_table('pulse_subscribers', 'account_id');
SELECT create_distributed_table('updates', 'account_id');
SELECT create_distributed_table('assets', 'account_id');
SELECT create_distributed_table('doc_blocks', 'account_id');
SELECT create_distributed_table('doc_subscribers', 'account_id');
SELECT create_distributed_table('likes', 'account_id');
SELECT create_distributed_table('read_marks', 'account_id');
