using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace RnnGrader.Storage;

internal sealed class PersonTable : IEntityTypeConfiguration<Person>
{
    private static readonly DateTime Always = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.ToTable("people");
        person.Property(p => p.Id).ValueGeneratedNever();
        person.Ignore(p => p.PhoneNumber).Ignore(p => p.PhoneNumberConfirmed);
        person.HasData(new Person
        {
            Id = Person.AdministratorId,
            Name = "Administrator",
            UserName = "administrator",
            NormalizedUserName = "ADMINISTRATOR",
            IsAdministrator = true,
            CreatedAt = Always,
            SecurityStamp = "administrator",
            ConcurrencyStamp = "administrator",
        });
    }
}
