using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using RnnGrader.Storage;

namespace RnnGrader.Web.Tests.House;

/// <summary>The databases of the tests: one Postgres server, and in it one database for each name. What has tables is copied from a template that was migrated once.</summary>
internal sealed class Databases : IAsyncDisposable
{
    private readonly ConcurrentBag<string> made = [];
    private readonly Lazy<Task<string>> template;
    private readonly SemaphoreSlim copying = new(1, 1);
    private PostgresCluster? cluster;
    private int count;

    public Databases() => template = new(MakeTemplateAsync);

    private static string? Given => Environment.GetEnvironmentVariable("RNNGRADER_TEST_POSTGRES");

    public async Task StartAsync()
    {
        if (Given is null)
        {
            cluster = await PostgresCluster.StartNewAsync(isDurable: false);
        }
    }

    /// <summary>A connection string for a database that is not there yet.</summary>
    public string Empty()
    {
        var name = $"rnngrader_test_{Environment.ProcessId}_{Interlocked.Increment(ref count)}";
        var connection = cluster?.ConnectionString(name) ?? new NpgsqlConnectionStringBuilder(Given) { Database = name }.ToString();
        made.Add(connection);
        return connection;
    }

    /// <summary>A connection string for a database without tables.</summary>
    public async Task<string> CreatedAsync()
    {
        var connection = Empty();
        await using var store = Houses.OpenStore("/", connection);
        await store.GetService<IRelationalDatabaseCreator>().CreateAsync();
        return connection;
    }

    /// <summary>A connection string for a new database with the tables in it.</summary>
    public async Task<string> MigratedAsync()
    {
        var source = new NpgsqlConnectionStringBuilder(await template.Value);
        var connection = Empty();
        await copying.WaitAsync(); // two copies of one template at once are refused
        try
        {
            await RunAsync(connection, $"CREATE DATABASE \"{new NpgsqlConnectionStringBuilder(connection).Database}\" TEMPLATE \"{source.Database}\"");
        }
        finally
        {
            copying.Release();
        }

        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        if (cluster is not null)
        {
            await cluster.DisposeAsync();
            return;
        }

        // A server that goes on without us keeps nothing of ours.
        foreach (var connection in made)
        {
            await RunAsync(connection, $"DROP DATABASE IF EXISTS \"{new NpgsqlConnectionStringBuilder(connection).Database}\" WITH (FORCE)");
        }
    }

    private async Task<string> MakeTemplateAsync()
    {
        var connection = Empty();
        await using var store = Houses.OpenStore("/", connection);
        await store.MigrateAloneAsync();
        return connection;
    }

    private static async Task RunAsync(string connection, string command)
    {
        await using var server = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { Database = "postgres", Pooling = false, CommandTimeout = 60 }.ToString());
        await server.OpenAsync();
        await using var run = new NpgsqlCommand(command, server);
        await run.ExecuteNonQueryAsync();
    }
}
