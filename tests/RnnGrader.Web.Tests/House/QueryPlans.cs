using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace RnnGrader.Web.Tests.House;

/// <summary>Asks SQLite how it carries out each command, and keeps the tables that it reads from end to end.</summary>
internal sealed partial class QueryPlans : DbCommandInterceptor
{
    /// <summary>How many commands were looked at.</summary>
    public int Commands { get; private set; }

    /// <summary>Tables that were read whole, with the command that did.</summary>
    public ConcurrentQueue<(string Table, string Command)> Scans { get; } = [];

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Explain(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Explain(command);
        return ValueTask.FromResult(result);
    }

    private void Explain(DbCommand command)
    {
        if (!command.CommandText.StartsWith("SELECT", StringComparison.Ordinal) && !command.CommandText.StartsWith("UPDATE", StringComparison.Ordinal))
        {
            return;
        }

        Commands++;
        var tables = Alias().Matches(command.CommandText).DistinctBy(match => match.Groups[2].Value).ToDictionary(match => match.Groups[2].Value, match => match.Groups[1].Value);
        using var explain = command.Connection!.CreateCommand();
        explain.Transaction = command.Transaction;
        explain.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        foreach (DbParameter parameter in command.Parameters)
        {
            var copy = explain.CreateParameter();
            (copy.ParameterName, copy.Value) = (parameter.ParameterName, parameter.Value);
            explain.Parameters.Add(copy);
        }

        using var plan = explain.ExecuteReader();
        while (plan.Read())
        {
            if (Scan().Match(plan.GetString(3)) is { Success: true } scan && tables.TryGetValue(scan.Groups[1].Value, out var table))
            {
                Scans.Enqueue((table, command.CommandText));
            }
        }
    }

    [GeneratedRegex("\"(\\w+)\" AS \"(\\w+)\"")]
    private static partial Regex Alias();

    [GeneratedRegex("^SCAN (\\w+)")]
    private static partial Regex Scan();
}
