using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;

namespace RnnGrader.Web.Statistics;

/// <summary>
/// The one place of SQL written by hand: window functions and two-step groupings that LINQ has no words for, in what Postgres and SQLite have in common.
/// None of them reads submissions.
/// </summary>
internal static class StatisticsQueries
{
    /// <summary>
    /// Per item, side and tenth of the best score: how many, how often, how well. A side is the upper or the lower 27 % of the assignment's students (Kelley 1939)
    /// by their total of points, rounded so that the order of adding does not matter; equals are ranked by id. The sides are looked up (`IN`), not
    /// joined: Postgres knows nothing of a ranking's distribution and would hash the standings in place of it, which took half as long again.
    /// </summary>
    public static Task<List<ItemSlice>> SlicesAsync(StoreContext store, Guid assignment, CancellationToken cancellationToken) => store.Database.SqlQuery<ItemSlice>(
        $"""
        WITH totals AS (
            SELECT s.person_id, ROUND(SUM(s.best * i.points) * 1000000) AS total
            FROM standings s JOIN items i ON i.id = s.item_id
            WHERE s.assignment_id = {assignment} AND s.attempts > 0
            GROUP BY s.person_id),
        ranked AS (
            SELECT person_id, ROW_NUMBER() OVER (ORDER BY total, person_id) AS place, COUNT(*) OVER () AS students FROM totals)
        SELECT item_id, side, bin, CAST(COUNT(*) AS INTEGER) AS students, CAST(SUM(attempts) AS BIGINT) AS attempts, SUM("first") AS sum_first, SUM(best) AS sum_best
        FROM (
            SELECT item_id, attempts, "first", best, CASE WHEN best >= 1 THEN 9 ELSE CAST(FLOOR(best * 10) AS INTEGER) END AS bin,
                CASE WHEN person_id IN (SELECT person_id FROM ranked WHERE place <= (27 * students + 50) / 100) THEN -1
                    WHEN person_id IN (SELECT person_id FROM ranked WHERE place > students - (27 * students + 50) / 100) THEN 1 ELSE 0 END AS side
            FROM standings
            WHERE assignment_id = {assignment} AND attempts > 0) AS work
        GROUP BY item_id, side, bin
        """).ToListAsync(cancellationToken);

    /// <summary>Per item: the middle of the seconds from opening to completing. Equal times are counted first: that sorts no rows.</summary>
    public static Task<List<ItemMedian>> MediansAsync(StoreContext store, Guid assignment, CancellationToken cancellationToken) => store.Database.SqlQuery<ItemMedian>(
        $"""
        SELECT item_id, AVG(CAST(seconds AS DOUBLE PRECISION)) AS seconds
        FROM (
            SELECT item_id, seconds_to_complete AS seconds, COUNT(*) AS here,
                SUM(COUNT(*)) OVER (PARTITION BY item_id ORDER BY seconds_to_complete) AS up_to_here, SUM(COUNT(*)) OVER (PARTITION BY item_id) AS students
            FROM standings
            WHERE assignment_id = {assignment} AND seconds_to_complete IS NOT NULL
            GROUP BY item_id, seconds_to_complete) AS counted
        WHERE 2 * up_to_here >= students AND 2 * (up_to_here - here) <= students
        GROUP BY item_id
        """).ToListAsync(cancellationToken);

    /// <summary>Per item and slip: how many students made it, in how many submissions. In several cells of one submission it is made once.</summary>
    public static Task<List<ItemSlip>> SlipsAsync(StoreContext store, Guid assignment, CancellationToken cancellationToken) => store.Database.SqlQuery<ItemSlip>(
        $"""
        SELECT item_id, slip, CAST(COUNT(*) AS INTEGER) AS students, CAST(SUM(submissions) AS INTEGER) AS times
        FROM (
            SELECT item_id, slip, person_id, COUNT(*) AS submissions
            FROM (SELECT DISTINCT item_id, slip, person_id, submission_id FROM mistakes WHERE assignment_id = {assignment} AND slip IS NOT NULL) AS once
            GROUP BY item_id, slip, person_id) AS made
        GROUP BY item_id, slip
        """).ToListAsync(cancellationToken);

    /// <summary>Per cell of an item: how many students got it wrong, in how many submissions; and, with a slip in place of null, how often it was named for that.</summary>
    public static Task<List<CellCount>> CellsAsync(StoreContext store, Guid assignment, Guid item, CancellationToken cancellationToken) => store.Database.SqlQuery<CellCount>(
        $"""
        SELECT cell, NULL AS slip, CAST(COUNT(DISTINCT person_id) AS INTEGER) AS students, CAST(COUNT(*) AS INTEGER) AS times
        FROM mistakes WHERE assignment_id = {assignment} AND item_id = {item} GROUP BY cell
        UNION ALL
        SELECT cell, slip, CAST(COUNT(DISTINCT person_id) AS INTEGER), CAST(COUNT(*) AS INTEGER)
        FROM mistakes WHERE assignment_id = {assignment} AND item_id = {item} AND slip IS NOT NULL GROUP BY cell, slip
        """).ToListAsync(cancellationToken);
}
