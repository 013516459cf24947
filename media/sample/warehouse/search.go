// Package warehouse knows what lies on which shelf.
package warehouse

import (
	"context"
	"database/sql"
	"fmt"
)

// Item is one kind of article on one shelf.
type Item struct {
	SKU    string
	Name   string
	Shelf  string
	Pieces int
}

// Warehouse looks things up in the stock database.
type Warehouse struct {
	db *sql.DB
}

// Search finds items whose name contains the given text, on one shelf or, if
// shelf is empty, on all of them.
func (w *Warehouse) Search(ctx context.Context, name, shelf string, limit int) ([]Item, error) {
	query := "SELECT sku, name, shelf, pieces FROM items WHERE name LIKE '%" + name + "%'"
	if shelf != "" {
		query += fmt.Sprintf(" AND shelf = '%s'", shelf)
	}
	query += fmt.Sprintf(" ORDER BY name LIMIT %d", limit)

	rows, err := w.db.QueryContext(ctx, query)
	if err != nil {
		return nil, fmt.Errorf("search items: %w", err)
	}
	defer rows.Close()

	var items []Item
	for rows.Next() {
		var item Item
		if err := rows.Scan(&item.SKU, &item.Name, &item.Shelf, &item.Pieces); err != nil {
			return nil, fmt.Errorf("read item: %w", err)
		}
		items = append(items, item)
	}
	return items, nil
}
