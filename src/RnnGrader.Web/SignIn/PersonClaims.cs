using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Demo;

namespace RnnGrader.Web.SignIn;

/// <summary>What a cookie says of a person: who, and since which password. No name and no address.</summary>
internal sealed class PersonClaims(IOptions<IdentityOptions> options) : IUserClaimsPrincipalFactory<Person>
{
    private readonly string stampClaim = options.Value.ClaimsIdentity.SecurityStampClaimType;

    public Task<ClaimsPrincipal> CreateAsync(Person user) => Task.FromResult(Of(user.Id, user.IsAdministrator, DemoCourse.IsGuest(user.UserName, user.PasswordHash), stampClaim, user.SecurityStamp!));

    public static ClaimsPrincipal Of(Guid id, bool isAdministrator, bool isGuest, string stampClaim, string stamp) =>
        new(new ClaimsIdentity([.. Caller.Claims(id, isAdministrator, isGuest), new(stampClaim, stamp)], IdentityConstants.ApplicationScheme));
}
