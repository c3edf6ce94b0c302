using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Engine;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Exercises;
using RnnGrader.Storage;
using RnnGrader.Web.Instances;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Work;

/// <summary>Draws a student's own numbers for an item: others than anybody else of the item has, as far as the exercise has enough of them.</summary>
internal sealed class Numbers(StoreContext store, InstanceCache cache, TimeProvider time)
{
    // What is tried before two students share numbers: size exercises have only some dozens of instances.
    private const int Candidates = 64;

    /// <summary>The student's instance, drawn on first opening and the same ever after.</summary>
    /// <param name="terms">What holds for the student.</param>
    /// <param name="person">The student.</param>
    /// <param name="wantsNew">Whether new numbers are asked for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The instance, and whether it was drawn now.</returns>
    /// <exception cref="RefusalException">The assignment is not open, or new numbers are not to be had.</exception>
    public async Task<(DrawnInstance Drawn, bool IsNew)> OpenAsync(Terms terms, Guid person, bool wantsNew, CancellationToken cancellationToken)
    {
        var now = time.Now();
        if (now < terms.Assignment.OpensAt || !terms.Assignment.Published)
        {
            throw Refuse(terms.ClosedReason(now)!);
        }

        var (drawn, isNew) = await CurrentAsync(terms, person, wantsNew, now, now, cancellationToken)
            ?? throw Refuse(terms.ClosedReason(now)!);
        if (!isNew || drawn.Row.Round > 0)
        {
            await NoteOpeningAsync(drawn.Row, now, cancellationToken);
        }

        return (drawn, isNew);
    }

    /// <summary>
    /// The student's numbers as they would open them now, for staff to print: also before the assignment opens or is published, and then these are what it opens
    /// with. Safe to repeat.
    /// </summary>
    /// <returns>The instance; null where the assignment is archived and the student has none.</returns>
    public async Task<DrawnInstance?> PrintAsync(Terms terms, Guid person, CancellationToken cancellationToken) =>
        (await CurrentAsync(terms, person, wantsNew: false, time.Now(), openedAt: null, cancellationToken))?.Drawn;

    // Null: there are none, and none are drawn now.
    private async Task<(DrawnInstance Drawn, bool IsNew)?> CurrentAsync(Terms terms, Guid person, bool wantsNew, DateTime now, DateTime? openedAt, CancellationToken cancellationToken)
    {
        for (; ; store.ChangeTracker.Clear())
        {
            var current = await store.Instances.AsNoTracking().Where(i => i.ItemId == terms.Item.Id && i.PersonId == person)
                .OrderByDescending(i => i.Round).FirstOrDefaultAsync(cancellationToken);
            if (current is not null && !await NeedsNewAsync(terms, current, wantsNew, now, cancellationToken))
            {
                return ((await cache.FindAsync(store, current.Id, person, cancellationToken))!, false);
            }

            if (openedAt is null ? terms.ClosureAt(now) is Closure.Archived : terms.ClosureAt(now) is not null)
            {
                return null;
            }

            try
            {
                return (await DrawAsync(terms, person, (current?.Round + 1) ?? 0, now, openedAt, cancellationToken), true);
            }
            catch (DbUpdateException error) when (StoreErrors.IsDuplicate(error))
            {
                // Another tab of the student was first, or another student drew the same numbers at this moment.
            }
        }
    }

    // Who had the numbers on paper alone has opened them now.
    private async Task NoteOpeningAsync(Instance instance, DateTime now, CancellationToken cancellationToken)
    {
        var unopened = store.Standings.Where(s => s.ItemId == instance.ItemId && s.PersonId == instance.PersonId && s.OpenedAt == null);
        if (await unopened.AnyAsync(cancellationToken))
        {
            await store.InTransactionAsync(() => unopened.ExecuteUpdateAsync(set => set.SetProperty(s => s.OpenedAt, now), cancellationToken), cancellationToken);
        }
    }

    private async Task<bool> NeedsNewAsync(Terms terms, Instance current, bool wantsNew, DateTime now, CancellationToken cancellationToken)
    {
        var each = terms.Item.NewNumbers == NewNumbers.EachAttempt;
        var isUsed = each && await store.Submissions.AnyAsync(s => s.InstanceId == current.Id, cancellationToken);
        if (!wantsNew && !isUsed)
        {
            return false;
        }

        var refusal = terms.Item.NewNumbers == NewNumbers.Never ? "This exercise keeps its numbers."
            : each && !isUsed ? "Submit these numbers first: each attempt has one set."
            : terms.ClosedReason(now) is { } closed ? closed
            : terms.Attempts is { } most && await store.Standings.AnyAsync(s => s.ItemId == terms.Item.Id && s.PersonId == current.PersonId && s.Attempts >= most, cancellationToken)
                ? $"All {most} attempts are used up."
            : null;
        return refusal is null || (wantsNew ? throw Refuse(refusal) : false);
    }

    private async Task<DrawnInstance> DrawAsync(Terms terms, Guid person, int round, DateTime now, DateTime? openedAt, CancellationToken cancellationToken)
    {
        var exercise = Catalogue.Find(terms.Item.Exercise)!;
        using var parameters = JsonDocument.Parse(terms.Item.Parameters);
        var settings = Settings.Read(exercise, parameters.RootElement, new Problems())!;
        var (seed, sheet, fingerprint, twin) = await ChooseAsync(terms.Item.Id, exercise, settings, cancellationToken);
        var instance = InstanceRow.Of(Ids.New(now), exercise, seed, settings, sheet, now, new(terms, person, round, fingerprint, twin));
        store.Add(instance);
        if (round == 0)
        {
            store.Add(new Standing { ItemId = terms.Item.Id, PersonId = person, CourseId = terms.Item.CourseId, AssignmentId = terms.Assignment.Id, OpenedAt = openedAt });
        }

        await store.SaveChangesAsync(cancellationToken);
        return cache.Keep(instance, sheet);
    }

    private async Task<(long Seed, Worksheet Sheet, long Fingerprint, int Twin)> ChooseAsync(Guid item, Exercise exercise, Settings settings, CancellationToken cancellationToken)
    {
        Dictionary<long, int> taken = [];
        List<(long Seed, Worksheet Sheet, long Fingerprint)> candidates = [];
        for (var tried = 1; tried <= Candidates; tried *= 4)
        {
            while (candidates.Count < tried)
            {
                var seed = DrawRequest.RandomSeed();
                var sheet = exercise.Draw((ulong)seed, settings);
                candidates.Add((seed, sheet, FingerprintOf(sheet)));
            }

            var prints = candidates.Select(c => c.Fingerprint).Distinct().ToList();
            taken = await store.Instances.Where(i => i.ItemId == item && prints.Contains(i.Fingerprint!.Value))
                .GroupBy(i => i.Fingerprint!.Value).ToDictionaryAsync(same => same.Key, same => same.Count(), cancellationToken);
            if (candidates.FindIndex(c => !taken.ContainsKey(c.Fingerprint)) is >= 0 and var free)
            {
                return (candidates[free].Seed, candidates[free].Sheet, candidates[free].Fingerprint, 0);
            }

            // Somebody has tried them all before and came to share: the range is used up. (64 draws of seq2seq-prune take 55 ms, these four 3.)
            if (tried > 1 && taken.Values.Any(count => count > 1))
            {
                break;
            }
        }

        var (bestSeed, bestSheet, print) = candidates.MinBy(c => taken[c.Fingerprint]);
        return (bestSeed, bestSheet, print, taken[print]);
    }

    private static long FingerprintOf(Worksheet sheet) =>
        BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(WorksheetJson.Write(sheet))));

    private static RefusalException Refuse(string reason) => new(Problem.Of(StatusCodes.Status409Conflict, reason));
}
