namespace RnnGrader.Storage;

/// <summary>Says that something else is wanted than before.</summary>
public static class Wanting
{
    /// <summary>Whatever is being sent at this moment is not what is wanted any more.</summary>
    public static void WantAgain(this Delivery delivery, DateTime dueAt)
    {
        delivery.Wanted = Guid.NewGuid();
        delivery.State = DeliveryState.Waiting;
        delivery.Tries = 0;
        delivery.Problem = null;
        delivery.DueAt = dueAt;
    }
}
