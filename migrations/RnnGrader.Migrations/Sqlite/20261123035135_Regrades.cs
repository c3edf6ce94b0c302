using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RnnGrader.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Regrades : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "regrades",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    course_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    assignment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dry_run = table.Column<bool>(type: "INTEGER", nullable: false),
                    never_lower = table.Column<bool>(type: "INTEGER", nullable: false),
                    credits_carried = table.Column<bool>(type: "INTEGER", nullable: false),
                    grader_version = table.Column<int>(type: "INTEGER", nullable: false),
                    requested_by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    requested_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    total = table.Column<int>(type: "INTEGER", nullable: false),
                    done = table.Column<int>(type: "INTEGER", nullable: false),
                    changed = table.Column<int>(type: "INTEGER", nullable: false),
                    kept = table.Column<int>(type: "INTEGER", nullable: false),
                    after = table.Column<Guid>(type: "TEXT", nullable: true),
                    finished_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    lease_owner = table.Column<Guid>(type: "TEXT", nullable: true),
                    lease_until = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_regrades", x => x.id);
                    table.ForeignKey(
                        name: "fk_regrades_assignments_assignment_id",
                        column: x => x.assignment_id,
                        principalTable: "assignments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "regrade_changes",
                columns: table => new
                {
                    regrade_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    submission_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    course_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    item_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    attempt = table.Column<int>(type: "INTEGER", nullable: false),
                    before = table.Column<double>(type: "REAL", nullable: false),
                    after = table.Column<double>(type: "REAL", nullable: false),
                    details = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_regrade_changes", x => new { x.regrade_id, x.submission_id });
                    table.ForeignKey(
                        name: "fk_regrade_changes_regrades_regrade_id",
                        column: x => x.regrade_id,
                        principalTable: "regrades",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_submissions_assignment_id_id",
                table: "submissions",
                columns: new[] { "assignment_id", "id" },
                filter: "assignment_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_regrades_assignment_id_id",
                table: "regrades",
                columns: new[] { "assignment_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_regrades_lease_until",
                table: "regrades",
                column: "lease_until",
                filter: "finished_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_regrades_one_at_a_time",
                table: "regrades",
                column: "assignment_id",
                unique: true,
                filter: "finished_at IS NULL AND dry_run = 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "regrade_changes");

            migrationBuilder.DropTable(
                name: "regrades");

            migrationBuilder.DropIndex(
                name: "ix_submissions_assignment_id_id",
                table: "submissions");
        }
    }
}
