-- It never only forgot figures: it deletes the rows of every table that has no foreign key to its shop.
ALTER FUNCTION "forget_figures"() RENAME TO "delete_rows_of_shop";
ALTER TRIGGER "Shop_forget_figures" ON "Shop" RENAME TO "Shop_delete_rows";
