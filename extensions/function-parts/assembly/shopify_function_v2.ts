// Shopify's Wasm API v2, as it is imported: the file has the module's name, the functions have the calls'.
// A value is a number, or a NaN whose payload holds a kind, a length and an address on Shopify's side.

export declare function shopify_function_input_get(): u64;
export declare function shopify_function_input_get_val_len(value: u64): usize;
export declare function shopify_function_input_read_utf8_str(from: usize, to: usize, length: usize): void;
export declare function shopify_function_input_get_obj_prop(object: u64, name: usize, length: usize): u64;
export declare function shopify_function_input_get_interned_obj_prop(object: u64, name: u32): u64;
export declare function shopify_function_input_get_at_index(array: u64, index: usize): u64;
export declare function shopify_function_intern_utf8_str(text: usize, length: usize): u32;
export declare function shopify_function_output_new_object(entries: usize): i32;
export declare function shopify_function_output_finish_object(): i32;
export declare function shopify_function_output_new_array(elements: usize): i32;
export declare function shopify_function_output_finish_array(): i32;
export declare function shopify_function_output_new_utf8_str(text: usize, length: usize): i32;
export declare function shopify_function_output_new_i32(value: i32): i32;
export declare function shopify_function_output_new_interned_utf8_str(name: u32): i32;
