-- The answer is written once it is known, in the transaction that took the key; who and what the key stands for stays.
grant update (status, answer) on platform.idempotency_keys to public;
