using Microsoft.EntityFrameworkCore;
using RnnGrader.Engine;
using RnnGrader.Exercises;
using RnnGrader.Storage;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Instances;

/// <summary>Draws practice: what nobody is graded on. Used by the API and by the pages.</summary>
internal sealed class Drawing(StoreContext store, InstanceCache cache, TimeProvider time)
{
    /// <summary>Draws and stores an instance, once for one request.</summary>
    /// <exception cref="RefusalException">The exercise, a parameter or a given has no meaning.</exception>
    public async Task<DrawnInstance> DrawAsync(DrawRequest draw, RequestIdentity request, CancellationToken cancellationToken)
    {
        if (Catalogue.Find(draw.Exercise!.Value.GetString()!) is not { } exercise)
        {
            throw new RefusalException(Problem.Invalid("exercise", "There is no exercise of this slug. GET /api/v1/exercises lists them."));
        }

        var problems = new Problems();
        if (Settings.Read(exercise, draw.Parameters, problems) is not { } settings)
        {
            throw new RefusalException(Problem.Invalid(problems.ByPath));
        }

        var seed = draw.Givens is null ? draw.Seed?.GetInt64() ?? DrawRequest.RandomSeed() : (long?)null;
        var sheet = seed is null ? exercise.From(draw.Givens!.Value, settings, problems) : exercise.Draw((ulong)seed.Value, settings);
        if (sheet is null)
        {
            throw new RefusalException(Problem.Invalid(problems.ByPath));
        }

        var now = time.Now();
        var instance = InstanceRow.Of(Ids.New(now), exercise, seed, settings, sheet, now);
        store.Add(instance);
        var stored = await store.SaveOnceAsync(request, instance.Id, now, cancellationToken);
        return stored == instance.Id ? cache.Keep(instance, sheet) : (await cache.FindAsync(store, stored, cancellationToken))!;
    }
}
