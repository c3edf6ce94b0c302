-- A course of 10,000 students × 20 items × 3 submissions, multiplied from the demo course's, whose rows the service itself made: one student's work at an item becomes
-- some hundred others', third attempts repeat the last. Ids are random, where the service's sort by time: indexes are no better here than there.
\set students 10000
\set course '\'02000000-0000-7000-8000-000000000001\'::uuid'
\set assignment '\'02000000-0000-7000-8000-000000000002\'::uuid'
BEGIN;
SET LOCAL session_replication_role = replica; -- the rows' references are right by the way they are made

INSERT INTO courses (id, title, term, created_at) VALUES (:course, 'Ten thousand', 'Bench', now());
INSERT INTO groups (course_id, name, goal) VALUES (:course, 'Undergraduate', 16), (:course, 'Graduate', 18);
INSERT INTO assignments (id, course_id, title, late_penalty_per_day, feedback, credits_carried, grader_version, published, created_at)
SELECT :assignment, :course, 'All twenty', 0.1, feedback, credits_carried, grader_version, true, now() FROM assignments LIMIT 1;

CREATE TEMP TABLE copied_items AS
SELECT id AS old, gen_random_uuid() AS id, (row_number() OVER (ORDER BY assignment_id, position))::int - 1 AS position, exercise FROM items;
INSERT INTO items (id, course_id, assignment_id, position, exercise, level, parameters, points, max_attempts, new_numbers, complete_at)
SELECT c.id, :course, :assignment, c.position, i.exercise, i.level, i.parameters, i.points, i.max_attempts, i.new_numbers, i.complete_at FROM copied_items c JOIN items i ON i.id = c.old;

CREATE TEMP TABLE students AS SELECT n, gen_random_uuid() AS id FROM generate_series(0, :students - 1) AS n;
INSERT INTO people (id, name, user_name, normalized_user_name, email, normalized_email, is_administrator, created_at, email_confirmed, two_factor_enabled, lockout_enabled, access_failed_count, security_stamp)
SELECT id, md5(n::text) || ' Student', 'b' || n || '@bench.example', 'B' || n || '@BENCH.EXAMPLE', 'b' || n || '@bench.example', 'B' || n || '@BENCH.EXAMPLE', false, now(), false, false, true, 0, md5(n::text) FROM students;
INSERT INTO memberships (course_id, person_id, role, group_name, joined_at)
SELECT :course, id, 'Student', CASE n % 3 WHEN 0 THEN 'Graduate' ELSE 'Undergraduate' END, now() FROM students;
INSERT INTO access_tokens (id, person_id, name, hash, created_at) SELECT gen_random_uuid(), id, 'bench', sha256('student'), now() FROM students WHERE n = 5000;

-- Who has whose work: the sources of an item in turn, at each item others.
CREATE TEMP TABLE copied_work AS
WITH sources AS (
    SELECT item_id, person_id, attempts, (row_number() OVER (PARTITION BY item_id ORDER BY person_id))::int - 1 AS number, (count(*) OVER (PARTITION BY item_id))::int AS all_of_them
    FROM standings WHERE attempts > 0)
SELECT s.n, s.id AS person, i.id AS item, i.old AS old_item, w.person_id AS old_person, w.attempts AS old_attempts, gen_random_uuid() AS instance
FROM students s CROSS JOIN copied_items i JOIN sources w ON w.item_id = i.old AND w.number = (s.n * (i.position + 1) + i.position) % w.all_of_them;
ANALYZE copied_work;

INSERT INTO instances (id, exercise, version, seed, title, level, parameters, worksheet, created_at, assignment_id, course_id, fingerprint, item_id, person_id, round, twin)
SELECT c.instance, o.exercise, o.version, o.seed, o.title, o.level, o.parameters, o.worksheet, o.created_at, :assignment, :course, o.fingerprint, c.item, c.person, 0, c.n
FROM copied_work c JOIN instances o ON o.item_id = c.old_item AND o.person_id = c.old_person AND o.round = 0;

CREATE TEMP TABLE copied_submissions AS
SELECT gen_random_uuid() AS id, o.id AS old, c.person, c.item, c.instance, tries.attempt
FROM copied_work c CROSS JOIN generate_series(1, 3) AS tries (attempt) JOIN submissions o ON o.item_id = c.old_item AND o.person_id = c.old_person AND o.attempt = least(tries.attempt, c.old_attempts);
ANALYZE copied_submissions;
INSERT INTO submissions (id, instance_id, answers, received_at, assignment_id, attempt, course_id, item_id, person_id)
SELECT c.id, c.instance, o.answers, o.received_at, :assignment, c.attempt, :course, c.item, c.person FROM copied_submissions c JOIN submissions o ON o.id = c.old;
INSERT INTO grades (id, submission_id, grader_version, score, correct, carried, total, complete, errors, first_divergence, cells, created_at, days_late, late_factor)
SELECT gen_random_uuid(), c.id, o.grader_version, o.score, o.correct, o.carried, o.total, o.complete, o.errors, o.first_divergence, o.cells, o.created_at, o.days_late, o.late_factor
FROM copied_submissions c JOIN grades o ON o.submission_id = c.old;
INSERT INTO mistakes (submission_id, cell, course_id, assignment_id, item_id, person_id, verdict, slip)
SELECT c.id, o.cell, :course, :assignment, c.item, c.person, o.verdict, o.slip FROM copied_submissions c JOIN mistakes o ON o.submission_id = c.old;
INSERT INTO standings (item_id, person_id, course_id, assignment_id, opened_at, attempts, first, best, best_submission_id, last_at, completed_at, seconds_to_complete, days_late, overridden)
SELECT DISTINCT ON (c.item, c.person) c.item, c.person, :course, :assignment, o.opened_at, 3, o.first, o.best, s.id, o.last_at, o.completed_at, o.seconds_to_complete + c.n % 600, o.days_late, o.overridden
FROM copied_work c JOIN standings o ON o.item_id = c.old_item AND o.person_id = c.old_person
JOIN copied_submissions s ON s.item = c.item AND s.person = c.person AND s.old = o.best_submission_id
ORDER BY c.item, c.person, s.attempt;
COMMIT;

-- What autovacuum does within minutes.
VACUUM ANALYZE;
