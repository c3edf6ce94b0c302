using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RnnGrader.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Figures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_mistakes_assignment_id_item_id_slip_person_id",
                table: "mistakes");

            migrationBuilder.CreateIndex(
                name: "ix_standings_assignment_id_item_id_seconds_to_complete",
                table: "standings",
                columns: new[] { "assignment_id", "item_id", "seconds_to_complete" },
                filter: "seconds_to_complete IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_mistakes_assignment_id_item_id_slip_person_id_submission_id",
                table: "mistakes",
                columns: new[] { "assignment_id", "item_id", "slip", "person_id", "submission_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_standings_assignment_id_item_id_seconds_to_complete",
                table: "standings");

            migrationBuilder.DropIndex(
                name: "ix_mistakes_assignment_id_item_id_slip_person_id_submission_id",
                table: "mistakes");

            migrationBuilder.CreateIndex(
                name: "ix_mistakes_assignment_id_item_id_slip_person_id",
                table: "mistakes",
                columns: new[] { "assignment_id", "item_id", "slip", "person_id" });
        }
    }
}
