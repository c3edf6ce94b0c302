using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using RnnGrader.Storage;

namespace RnnGrader.Migrations.Sqlite;

/// <summary>What is in the audit stays, whoever asks the database. Written by hand: triggers are no part of EF's model. Where EF makes the table anew to change it, make them anew.</summary>
[DbContext(typeof(SqliteContext))]
[Migration("20261123040000_AuditIsAppendOnly")]
public partial class AuditIsAppendOnly : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'The audit is append-only.'); END;
        CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'The audit is append-only.'); END;
        """);

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        DROP TRIGGER audit_is_not_changed;
        DROP TRIGGER audit_is_not_deleted;
        """);
}
