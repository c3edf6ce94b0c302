using Microsoft.AspNetCore.Identity;
using RnnGrader.Storage;
using RnnGrader.Web.Pages;
using RnnGrader.Web.Pages.Shell;
using RnnGrader.Web.People;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.SignIn;

/// <summary>Signs in by password, and sets one.</summary>
internal sealed class Passwords(UserManager<Person> people, SignInManager<Person> signIn)
{
    // Verified where there is no such person, so that the time an answer takes does not tell.
    private static readonly string Nobodys = new PasswordHasher<Person>().HashPassword(null!, Guid.NewGuid().ToString());

    /// <returns>Whether address and password belong together, and the person is not locked out.</returns>
    public async Task<bool> SignInAsync(string email, string password)
    {
        if (password.Length > SignInServices.MaxPassword || await people.FindByNameAsync(Accounts.KeyOf(email)) is not { ErasedAt: null, PasswordHash: not null } person)
        {
            people.PasswordHasher.VerifyHashedPassword(null!, Nobodys, "");
            return false;
        }

        if (!(await signIn.CheckPasswordSignInAsync(person, password, lockoutOnFailure: true)).Succeeded)
        {
            return false;
        }

        await signIn.SignInAsync(person, isPersistent: true);
        return true;
    }

    /// <summary>Sets somebody's password. Whoever is signed in as them elsewhere no longer is.</summary>
    /// <returns>What is wrong with the password; null where it is set, or would be.</returns>
    public async Task<string?> SetAsync(Person person, string password)
    {
        if (await ProblemAsync(person, password) is { } problem)
        {
            return problem;
        }

        person.PasswordHash = people.PasswordHasher.HashPassword(person, password);
        person.SecurityStamp = Guid.NewGuid().ToString("N");
        (person.AccessFailedCount, person.LockoutEnd) = (0, null);
        return null;
    }

    /// <returns>Why the old password does not do; null where it is changed, and this browser stays signed in.</returns>
    public async Task<string?> ChangeAsync(Guid id, string old, string password)
    {
        var person = (await people.FindByIdAsync(id.ToString()))!;
        if (person.PasswordHash is null || !(await signIn.CheckPasswordSignInAsync(person, old, lockoutOnFailure: true)).Succeeded)
        {
            return Texts.PasswordOldWrong;
        }

        if (await SetAsync(person, password) is { } problem)
        {
            return problem;
        }

        if (!(await people.UpdateAsync(person)).Succeeded)
        {
            throw new RefusalException(Problem.Of(StatusCodes.Status409Conflict, "Your account was changed at the same moment. Try again."));
        }

        await signIn.SignInAsync(person, isPersistent: true);
        return null;
    }

    private static string Wrong => Texts.PasswordWrong.With(SignInServices.MinPassword, SignInServices.MaxPassword);

    private async Task<string?> ProblemAsync(Person person, string password)
    {
        if (password.Length > SignInServices.MaxPassword || string.Equals(password, person.Email, StringComparison.OrdinalIgnoreCase) || string.Equals(password, person.Name, StringComparison.OrdinalIgnoreCase))
        {
            return Wrong;
        }

        foreach (var validator in people.PasswordValidators)
        {
            if (!(await validator.ValidateAsync(people, person, password)).Succeeded)
            {
                return Wrong;
            }
        }

        return null;
    }
}
