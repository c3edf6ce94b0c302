namespace RnnGrader.Web.Requests;

/// <summary>A body that may be left out, which means the same as `{}`.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class CanBeEmptyAttribute : Attribute;
