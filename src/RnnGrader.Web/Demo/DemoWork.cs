using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Instances;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Submissions;
using RnnGrader.Web.Work;

namespace RnnGrader.Web.Demo;

/// <summary>Lets a student work through an assignment, by what opens and takes in everybody's work, at times that have passed.</summary>
internal sealed class DemoWork(StoreContext store, InstanceCache cache, DateTime until)
{
    private const int MostAttempts = 4;

    private readonly DemoClock clock = new();

    /// <summary>Does what the student has not done yet.</summary>
    public async Task DoAsync(DemoStudent student, Guid person, Assignment assignment, CancellationToken cancellationToken)
    {
        var begun = await store.Standings.Where(s => s.AssignmentId == assignment.Id && s.PersonId == person).Select(s => s.ItemId).ToListAsync(cancellationToken);
        var (start, end) = (assignment.OpensAt!.Value, until < assignment.ClosesAt ? until : assignment.ClosesAt!.Value);

        // The careful begin early; some are not done when it is due.
        clock.At = start.AddHours(6 + (student.At(-1).NextDouble() * 24 * 9));
        foreach (var item in assignment.Items.OrderBy(item => item.Position))
        {
            var chance = student.At((int)(assignment.OpensAt.Value.Ticks % 97) + item.Position);
            clock.At = clock.At.AddHours(0.2 + (Math.Pow(chance.NextDouble(), 3) * 60));
            if (clock.At < end && chance.NextDouble() < student.Diligence && !begun.Contains(item.Id))
            {
                await DoAsync(student, person, item, chance, end, cancellationToken);
            }
        }
    }

    private async Task DoAsync(DemoStudent student, Guid person, AssignmentItem item, Random chance, DateTime end, CancellationToken cancellationToken)
    {
        var numbers = new Numbers(store, cache, clock);
        var terms = (await new StudentWork(store, clock).TermsAsync(item.AssignmentId, item.Id, person, cancellationToken))!;
        var (drawn, _) = await numbers.OpenAsync(terms, person, wantsNew: false, cancellationToken);
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            // Each submission comes by a request of its own, that knows nothing of the one before.
            store.ChangeTracker.Clear();
            clock.At = clock.At.AddMinutes((attempt == 1 ? 4 : 1.5) + (chance.NextDouble() * 14 / attempt));
            if (clock.At >= end)
            {
                return;
            }

            var isRight = chance.NextDouble() < 1 - ((1 - student.Care) / attempt);
            await new Submitting(store, clock).SubmitAsync(drawn, new DemoPaper(drawn.Sheet, student, chance).Fill(isRight), RequestIdentity.None, cancellationToken);
            if (isRight || chance.Next(6) == 0)
            {
                return;
            }
        }
    }
}
