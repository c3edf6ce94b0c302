using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RnnGrader.Migrations.Postgres
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    course_id = table.Column<Guid>(type: "uuid", nullable: false),
                    assignment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dry_run = table.Column<bool>(type: "boolean", nullable: false),
                    never_lower = table.Column<bool>(type: "boolean", nullable: false),
                    credits_carried = table.Column<bool>(type: "boolean", nullable: false),
                    grader_version = table.Column<int>(type: "integer", nullable: false),
                    requested_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    requested_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    total = table.Column<int>(type: "integer", nullable: false),
                    done = table.Column<int>(type: "integer", nullable: false),
                    changed = table.Column<int>(type: "integer", nullable: false),
                    kept = table.Column<int>(type: "integer", nullable: false),
                    after = table.Column<Guid>(type: "uuid", nullable: true),
                    finished_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    lease_owner = table.Column<Guid>(type: "uuid", nullable: true),
                    lease_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
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
                    regrade_id = table.Column<Guid>(type: "uuid", nullable: false),
                    submission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    course_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    attempt = table.Column<int>(type: "integer", nullable: false),
                    before = table.Column<double>(type: "double precision", nullable: false),
                    after = table.Column<double>(type: "double precision", nullable: false),
                    details = table.Column<string>(type: "jsonb", nullable: false)
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
                filter: "finished_at IS NULL AND dry_run = false");
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
