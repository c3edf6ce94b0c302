using Microsoft.EntityFrameworkCore;

namespace RnnGrader.Storage;

/// <summary>The model on Postgres.</summary>
public sealed class PostgresContext(DbContextOptions<PostgresContext> options) : StoreContext(options);
