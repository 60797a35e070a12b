var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/health", () => Results.Ok());
app.MapGet("/orders/{id:int}", (int id) => new Order(id, "paid"));
app.Run();

internal sealed record Order(int Id, string State);
