using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;

namespace RnnGrader.Web.Tests.House;

/// <summary>A SQLite database with the tables in it, migrated once and copied for each service: migrating takes it a second each time.</summary>
internal static class SqliteTemplate
{
    private static readonly Lazy<byte[]> Template = new(Make);

    /// <summary>Puts a copy where a service with this working folder looks for it.</summary>
    public static void CopyTo(string folder)
    {
        var data = Directory.CreateDirectory(Path.Combine(folder, "data"));
        var file = Path.Combine(data.FullName, "rnngrader.db");
        if (!File.Exists(file))
        {
            File.WriteAllBytes(file, Template.Value);
        }
    }

    private static byte[] Make()
    {
        var folder = Directory.CreateTempSubdirectory("rnngrader-template-").FullName;
        using (var store = Houses.OpenStore(folder, null))
        {
            store.Database.Migrate();
            SqliteConnection.ClearPool((SqliteConnection)store.Database.GetDbConnection()); // the last connection to close writes what it has into the file
        }

        var template = File.ReadAllBytes(Path.Combine(folder, "data", "rnngrader.db"));
        Directory.Delete(folder, recursive: true);
        return template;
    }
}
