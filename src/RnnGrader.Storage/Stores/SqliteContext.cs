using Microsoft.EntityFrameworkCore;

namespace RnnGrader.Storage;

/// <summary>The model on SQLite.</summary>
public sealed class SqliteContext(DbContextOptions<SqliteContext> options) : StoreContext(options);
