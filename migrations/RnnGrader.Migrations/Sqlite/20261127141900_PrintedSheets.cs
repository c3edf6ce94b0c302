using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RnnGrader.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PrintedSheets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<DateTime>(
                name: "opened_at",
                table: "standings",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(DateTime),
                oldType: "TEXT");

            migrationBuilder.AddColumn<string>(
                name: "code",
                table: "instances",
                type: "TEXT",
                maxLength: 8,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_instances_code",
                table: "instances",
                column: "code",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_instances_code",
                table: "instances");

            migrationBuilder.DropColumn(
                name: "code",
                table: "instances");

            migrationBuilder.AlterColumn<DateTime>(
                name: "opened_at",
                table: "standings",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified),
                oldClrType: typeof(DateTime),
                oldType: "TEXT",
                oldNullable: true);
        }
    }
}
