using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RnnGrader.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Connections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "deliveries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    course_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    target_id = table.Column<Guid>(type: "uuid", nullable: false),
                    assignment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: true),
                    @event = table.Column<string>(name: "event", type: "text", nullable: true),
                    body = table.Column<string>(type: "json", nullable: true),
                    wanted = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    due_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    lease = table.Column<Guid>(type: "uuid", nullable: true),
                    leased_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    problem = table.Column<string>(type: "text", nullable: true),
                    sent_score = table.Column<double>(type: "double precision", nullable: true),
                    stamp = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    sent_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deliveries", x => x.id);
                    table.ForeignKey(
                        name: "fk_deliveries_courses_course_id",
                        column: x => x.course_id,
                        principalTable: "courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_deliveries_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "lti_keys",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    public_key = table.Column<string>(type: "text", nullable: false),
                    private_key = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    signs_from = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lti_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "lti_launches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    registration_id = table.Column<Guid>(type: "uuid", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    detail = table.Column<string>(type: "text", nullable: true),
                    skew = table.Column<double>(type: "double precision", nullable: true),
                    claims = table.Column<string>(type: "json", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lti_launches", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "lti_nonces",
                columns: table => new
                {
                    nonce = table.Column<string>(type: "text", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lti_nonces", x => x.nonce);
                });

            migrationBuilder.CreateTable(
                name: "lti_registrations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    issuer = table.Column<string>(type: "text", nullable: false),
                    client_id = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    authorization_endpoint = table.Column<string>(type: "text", nullable: false),
                    token_endpoint = table.Column<string>(type: "text", nullable: true),
                    token_audience = table.Column<string>(type: "text", nullable: true),
                    keys_url = table.Column<string>(type: "text", nullable: false),
                    origins = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lti_registrations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "webhooks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    course_id = table.Column<Guid>(type: "uuid", nullable: false),
                    url = table.Column<string>(type: "text", nullable: false),
                    secret = table.Column<byte[]>(type: "bytea", nullable: false),
                    events = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    removed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_webhooks", x => x.id);
                    table.ForeignKey(
                        name: "fk_webhooks_courses_course_id",
                        column: x => x.course_id,
                        principalTable: "courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "delivery_attempts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    delivery_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    score = table.Column<double>(type: "double precision", nullable: true),
                    status = table.Column<int>(type: "integer", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    problem = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delivery_attempts", x => x.id);
                    table.ForeignKey(
                        name: "fk_delivery_attempts_deliveries_delivery_id",
                        column: x => x.delivery_id,
                        principalTable: "deliveries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "lti_contexts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    registration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    deployment_id = table.Column<string>(type: "text", nullable: false),
                    context_id = table.Column<string>(type: "text", nullable: false),
                    course_id = table.Column<Guid>(type: "uuid", nullable: false),
                    members_url = table.Column<string>(type: "text", nullable: true),
                    groups_url = table.Column<string>(type: "text", nullable: true),
                    roster_due_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    roster_read_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    roster_problem = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lti_contexts", x => x.id);
                    table.ForeignKey(
                        name: "fk_lti_contexts_courses_course_id",
                        column: x => x.course_id,
                        principalTable: "courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_lti_contexts_lti_registrations_registration_id",
                        column: x => x.registration_id,
                        principalTable: "lti_registrations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "lti_deployments",
                columns: table => new
                {
                    registration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    deployment_id = table.Column<string>(type: "text", nullable: false),
                    is_pending = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lti_deployments", x => new { x.registration_id, x.deployment_id });
                    table.ForeignKey(
                        name: "fk_lti_deployments_lti_registrations_registration_id",
                        column: x => x.registration_id,
                        principalTable: "lti_registrations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "lti_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    registration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    deployment_id = table.Column<string>(type: "text", nullable: false),
                    resource_link_id = table.Column<string>(type: "text", nullable: false),
                    course_id = table.Column<Guid>(type: "uuid", nullable: false),
                    assignment_id = table.Column<Guid>(type: "uuid", nullable: true),
                    is_chosen = table.Column<bool>(type: "boolean", nullable: false),
                    line_item_url = table.Column<string>(type: "text", nullable: true),
                    line_items_url = table.Column<string>(type: "text", nullable: true),
                    locked_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    scopes = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lti_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_lti_links_assignments_assignment_id",
                        column: x => x.assignment_id,
                        principalTable: "assignments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_lti_links_courses_course_id",
                        column: x => x.course_id,
                        principalTable: "courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_lti_links_lti_registrations_registration_id",
                        column: x => x.registration_id,
                        principalTable: "lti_registrations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "lti_users",
                columns: table => new
                {
                    registration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lti_users", x => new { x.registration_id, x.subject });
                    table.ForeignKey(
                        name: "fk_lti_users_lti_registrations_registration_id",
                        column: x => x.registration_id,
                        principalTable: "lti_registrations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_lti_users_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_deliveries_assignment_id_person_id",
                table: "deliveries",
                columns: new[] { "assignment_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_deliveries_course_id",
                table: "deliveries",
                column: "course_id");

            migrationBuilder.CreateIndex(
                name: "ix_deliveries_due_at",
                table: "deliveries",
                column: "due_at",
                filter: "due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_deliveries_person_id",
                table: "deliveries",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_deliveries_target_id_person_id",
                table: "deliveries",
                columns: new[] { "target_id", "person_id" },
                unique: true,
                filter: "kind = 'Score'");

            migrationBuilder.CreateIndex(
                name: "ix_delivery_attempts_delivery_id_id",
                table: "delivery_attempts",
                columns: new[] { "delivery_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_lti_contexts_course_id",
                table: "lti_contexts",
                column: "course_id");

            migrationBuilder.CreateIndex(
                name: "ix_lti_contexts_registration_id_deployment_id_context_id",
                table: "lti_contexts",
                columns: new[] { "registration_id", "deployment_id", "context_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_lti_contexts_roster_due_at",
                table: "lti_contexts",
                column: "roster_due_at");

            migrationBuilder.CreateIndex(
                name: "ix_lti_launches_at",
                table: "lti_launches",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_lti_links_assignment_id",
                table: "lti_links",
                column: "assignment_id");

            migrationBuilder.CreateIndex(
                name: "ix_lti_links_course_id",
                table: "lti_links",
                column: "course_id");

            migrationBuilder.CreateIndex(
                name: "ix_lti_links_registration_id_deployment_id_resource_link_id",
                table: "lti_links",
                columns: new[] { "registration_id", "deployment_id", "resource_link_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_lti_nonces_expires_at",
                table: "lti_nonces",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_lti_registrations_issuer_client_id",
                table: "lti_registrations",
                columns: new[] { "issuer", "client_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_lti_users_person_id",
                table: "lti_users",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_webhooks_course_id",
                table: "webhooks",
                column: "course_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "delivery_attempts");

            migrationBuilder.DropTable(
                name: "lti_contexts");

            migrationBuilder.DropTable(
                name: "lti_deployments");

            migrationBuilder.DropTable(
                name: "lti_keys");

            migrationBuilder.DropTable(
                name: "lti_launches");

            migrationBuilder.DropTable(
                name: "lti_links");

            migrationBuilder.DropTable(
                name: "lti_nonces");

            migrationBuilder.DropTable(
                name: "lti_users");

            migrationBuilder.DropTable(
                name: "webhooks");

            migrationBuilder.DropTable(
                name: "deliveries");

            migrationBuilder.DropTable(
                name: "lti_registrations");
        }
    }
}
