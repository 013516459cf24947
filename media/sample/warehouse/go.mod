module example.com/shop/warehouse

go 1.23
