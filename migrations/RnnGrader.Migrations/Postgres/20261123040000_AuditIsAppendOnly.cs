using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using RnnGrader.Storage;

namespace RnnGrader.Migrations.Postgres;

/// <summary>What is in the audit stays, whoever asks the database. Written by hand: triggers are no part of EF's model.</summary>
[DbContext(typeof(PostgresContext))]
[Migration("20261123040000_AuditIsAppendOnly")]
public partial class AuditIsAppendOnly : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'The audit is append-only.'; END $$;
        CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
        """);

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        DROP TRIGGER audit_is_append_only ON audit;
        DROP FUNCTION audit_is_append_only();
        """);
}
