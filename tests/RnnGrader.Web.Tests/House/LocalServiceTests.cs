using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using RnnGrader.Storage;

namespace RnnGrader.Web.Tests.House;

public sealed class LocalServiceTests(Houses houses)
{
    [Theory, OnEveryDatabase]
    public async Task What_is_compiled_of_a_query_serves_every_service_of_the_process(Database database)
    {
        await using var one = LocalService.Start(houses.Folder(), await houses.MigratedAsync(database));
        await using var other = LocalService.Start(houses.Folder(), await houses.MigratedAsync(database));
        Assert.Same(Compiled(one), Compiled(other));
    }

    // One of the services that EF Core makes once, beside what it has compiled, which is not for others to see.
    private static IModelSource Compiled(LocalService service)
    {
        using var scope = service.Services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<StoreContext>().GetService<IModelSource>();
    }
}
