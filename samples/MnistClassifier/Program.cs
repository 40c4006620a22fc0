Console.WriteLine("JaxNet");
