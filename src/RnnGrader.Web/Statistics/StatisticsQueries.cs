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
    /// Per item: how many, how often, how well, and how well the upper and the lower 27 % of the assignment's students did (Kelley 1939). Students are ranked
    /// by their total of points, rounded so that the order of adding does not matter; among equals by id.
    /// </summary>
    public static Task<List<ItemFigures>> FiguresAsync(StoreContext store, Guid assignment, CancellationToken cancellationToken) => store.Database.SqlQuery<ItemFigures>(
        $"""
        WITH totals AS (
            SELECT s.person_id, ROUND(SUM(s.best * i.points) * 1000000) AS total
            FROM standings s JOIN items i ON i.id = s.item_id
            WHERE s.assignment_id = {assignment} AND s.attempts > 0
            GROUP BY s.person_id),
        ranked AS (
            SELECT person_id, ROW_NUMBER() OVER (ORDER BY total, person_id) AS place, COUNT(*) OVER () AS students FROM totals),
        sides AS (
            SELECT person_id, CASE WHEN place <= (27 * students + 50) / 100 THEN -1 WHEN place > students - (27 * students + 50) / 100 THEN 1 ELSE 0 END AS side FROM ranked)
        SELECT s.item_id AS item_id, CAST(COUNT(*) AS INTEGER) AS students, CAST(SUM(s.attempts) AS BIGINT) AS attempts,
            AVG(s."first") AS mean_first, AVG(s.best) AS mean_best,
            CAST(SUM(CASE WHEN side = 1 THEN 1 ELSE 0 END) AS INTEGER) AS upper_students, CAST(SUM(CASE WHEN side = -1 THEN 1 ELSE 0 END) AS INTEGER) AS lower_students,
            AVG(CASE WHEN side = 1 THEN s.best END) AS upper_mean, AVG(CASE WHEN side = -1 THEN s.best END) AS lower_mean
        FROM standings s JOIN sides ON sides.person_id = s.person_id
        WHERE s.assignment_id = {assignment} AND s.attempts > 0
        GROUP BY s.item_id
        """).ToListAsync(cancellationToken);

    /// <summary>Per item: the middle of the seconds from opening to completing.</summary>
    public static Task<List<ItemMedian>> MediansAsync(StoreContext store, Guid assignment, CancellationToken cancellationToken) => store.Database.SqlQuery<ItemMedian>(
        $"""
        SELECT item_id, AVG(CAST(seconds_to_complete AS DOUBLE PRECISION)) AS seconds
        FROM (
            SELECT item_id, seconds_to_complete, ROW_NUMBER() OVER (PARTITION BY item_id ORDER BY seconds_to_complete) AS place, COUNT(*) OVER (PARTITION BY item_id) AS students
            FROM standings
            WHERE assignment_id = {assignment} AND seconds_to_complete IS NOT NULL) AS ordered
        WHERE 2 * place BETWEEN students AND students + 2
        GROUP BY item_id
        """).ToListAsync(cancellationToken);

    /// <summary>Per item and tenth: how many students' best scores are in it. A score of 1 is in the last.</summary>
    public static Task<List<ItemBin>> BinsAsync(StoreContext store, Guid assignment, CancellationToken cancellationToken) => store.Database.SqlQuery<ItemBin>(
        $"""
        SELECT item_id, bin, CAST(COUNT(*) AS INTEGER) AS students
        FROM (
            SELECT item_id, CASE WHEN best >= 1 THEN 9 ELSE CAST(FLOOR(best * 10) AS INTEGER) END AS bin
            FROM standings
            WHERE assignment_id = {assignment} AND attempts > 0) AS binned
        GROUP BY item_id, bin
        """).ToListAsync(cancellationToken);

    /// <summary>Per item and slip: how many students made it, in how many submissions. In several cells of one submission it is made once.</summary>
    public static Task<List<ItemSlip>> SlipsAsync(StoreContext store, Guid assignment, CancellationToken cancellationToken) => store.Database.SqlQuery<ItemSlip>(
        $"""
        SELECT item_id, slip, CAST(COUNT(*) AS INTEGER) AS students, CAST(SUM(submissions) AS INTEGER) AS times
        FROM (
            SELECT item_id, slip, person_id, COUNT(DISTINCT submission_id) AS submissions
            FROM mistakes
            WHERE assignment_id = {assignment} AND slip IS NOT NULL
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
