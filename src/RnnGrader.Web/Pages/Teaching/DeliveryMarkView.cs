using RnnGrader.Web.Deliveries;

namespace RnnGrader.Web.Pages.Teaching;

/// <summary>A delivery whose state is shown. Public, as the parameters of components have to be; what it holds is not.</summary>
public sealed class DeliveryMarkView
{
    internal DeliveryMarkView(DeliveryAnswer delivery) => Delivery = delivery;

    internal DeliveryAnswer Delivery { get; }
}
