namespace RnnGrader.Web.Courses;

internal static class CourseServices
{
    public static void AddCourses(this IServiceCollection services) =>
        services.AddScoped<Enrolment>().AddScoped<CourseRemoval>().AddScoped<CourseMaking>().AddScoped<Members>().AddScoped<Groups>().AddScoped<AuditReader>();
}
